# Makes Ruby say that it is older than it is: ruby -r./older.rb
Object.send(:remove_const, :RUBY_VERSION)
RUBY_VERSION = '2.7.8'.freeze

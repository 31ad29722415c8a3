curl -sSO http://localhost:4321/quick-start/files/authorization-flow-python.tar.gz
tar xzf authorization-flow-python.tar.gz
cd authorization-flow-python
python3 app.py
